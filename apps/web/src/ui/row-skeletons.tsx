const widths = ['62%', '48%', '70%', '55%', '64%'];

/** Rows in the shape of what is coming. */
export function RowSkeletons({ label, count }: { label: string; count: number }) {
  return (
    <div className="skel" role="status">
      <span className="sr">{label}</span>
      {Array.from({ length: count }, (_, index) => (
        <div key={index}>
          <i />
          <b />
          <u style={{ width: widths[index % widths.length] }} />
          <s />
        </div>
      ))}
    </div>
  );
}
