import type { Vehicle } from '@/api/schema.gen';
import { Silhouette } from './silhouette';

interface VehiclePictureProps {
  readonly vehicle: Pick<Vehicle, 'kind' | 'imageId'>;
  readonly tenantId: string;
}

/** A vehicle on its floor: its photo, as high as the drawing, which stands in until the photo is there and where it cannot be. */
export function VehiclePicture({ vehicle: { kind, imageId }, tenantId }: VehiclePictureProps) {
  if (imageId === null) return <Silhouette kind={kind} cropped />;
  return (
    <div className="pic">
      <Silhouette kind={kind} cropped />
      {/* Behind a session, and small already: there is nothing left to optimise. */}
      <img src={`/pictures/${tenantId}/${imageId}`} alt="" loading="lazy" decoding="async" />
    </div>
  );
}
