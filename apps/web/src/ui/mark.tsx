import {
  AlarmClock,
  Archive,
  ArrowRightLeft,
  Bell,
  BellCheck,
  BellOff,
  CircleDot,
  ClipboardCheck,
  FileText,
  Fuel,
  Gauge,
  Handshake,
  KeyRound,
  NotebookPen,
  PackageCheck,
  PlugZap,
  ReceiptText,
  Repeat2,
  Timer,
  Wrench,
  type LucideIcon,
} from 'lucide-react';

/** Shape is the family, icon the type, fill the state, colour last. */
type Shape = 'circle' | 'square' | 'tag' | 'diamond' | 'page';
export type MarkState = 'plain' | 'full' | 'partial' | 'missed' | 'void';

interface Look {
  readonly shape: Shape;
  /** A class of marks.css. */
  readonly tone: string;
  readonly icon: LucideIcon;
}

const looks: Readonly<Record<string, Look>> = {
  fuel: { shape: 'circle', tone: 'mark--fuel', icon: Fuel },
  charge: { shape: 'circle', tone: 'mark--fuel', icon: PlugZap },
  maintenance: { shape: 'square', tone: 'mark--service', icon: Wrench },
  odometer: { shape: 'diamond', tone: 'mark--odometer', icon: Gauge },
  reminder: { shape: 'circle', tone: 'mark--reminder', icon: Bell },
  'reminder-completed': { shape: 'circle', tone: 'mark--reminder', icon: BellCheck },
  'reminder-snoozed': { shape: 'circle', tone: 'mark--reminder', icon: AlarmClock },
  'reminder-dismissed': { shape: 'circle', tone: 'mark--reminder', icon: BellOff },
  expense: { shape: 'tag', tone: 'mark--expense', icon: ReceiptText },
  inspection: { shape: 'square', tone: 'mark--service', icon: ClipboardCheck },
  document: { shape: 'page', tone: 'mark--note', icon: FileText },
  'odometer-replacement': { shape: 'diamond', tone: 'mark--odometer', icon: Repeat2 },
  'hours-meter': { shape: 'diamond', tone: 'mark--odometer', icon: Timer },
  acquired: { shape: 'tag', tone: 'mark--expense', icon: KeyRound },
  received: { shape: 'tag', tone: 'mark--plain', icon: PackageCheck },
  sold: { shape: 'tag', tone: 'mark--expense', icon: Handshake },
  transferred: { shape: 'tag', tone: 'mark--plain', icon: ArrowRightLeft },
  archived: { shape: 'tag', tone: 'mark--plain', icon: Archive },
  note: { shape: 'page', tone: 'mark--note', icon: NotebookPen },
};

/** A type that this version has no drawing for still has a place: a plain disc. */
const unknown: Look = { shape: 'circle', tone: 'mark--plain', icon: CircleDot };

export const markTypes = Object.keys(looks);

export const iconOf = (type: string): LucideIcon => (looks[type] ?? unknown).icon;

export function Mark({
  type,
  state = 'plain',
  small = false,
}: {
  type: string;
  state?: MarkState;
  small?: boolean;
}) {
  const { shape, tone, icon: Icon } = looks[type] ?? unknown;
  return (
    <span className={`mark ${tone} mark--${state}${small ? ' mark--sm' : ''}`}>
      <svg className="s" viewBox="0 0 32 32" aria-hidden="true">
        {outlines[shape]}
      </svg>
      {state === 'partial' && (
        <svg className="s half" viewBox="0 0 32 32" aria-hidden="true">
          <path d="M1.6 16A14.4 14.4 0 0 0 30.4 16Z" />
        </svg>
      )}
      <Icon className="i" />
    </span>
  );
}

const outlines = {
  circle: <circle cx="16" cy="16" r="14.4" />,
  square: <rect x="2.4" y="2.4" width="27.2" height="27.2" rx="7" />,
  diamond: <rect x="6" y="6" width="20" height="20" rx="4.5" transform="rotate(45 16 16)" />,
  tag: (
    <path d="M11.5 3H26a3.6 3.6 0 0 1 3.6 3.6v18.8A3.6 3.6 0 0 1 26 29H11.5a4 4 0 0 1-3.1-1.5L1.9 18.2a3.2 3.2 0 0 1 0-4.4L8.4 4.5A4 4 0 0 1 11.5 3Z" />
  ),
  page: (
    <path d="M8 2.4H19.2L27.6 10.8V26A3.6 3.6 0 0 1 24 29.6H8A3.6 3.6 0 0 1 4.4 26V6A3.6 3.6 0 0 1 8 2.4Z" />
  ),
} as const;
