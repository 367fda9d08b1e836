/** The type of event whose mark stands for what is due: that of the work that settles it, else the bell. */
export function markOfDue(serviceKind: string | null | undefined): string {
  if (!serviceKind) return 'reminder';
  return serviceKind === 'inspection' ? 'inspection' : 'maintenance';
}
