interface FieldFaultProps {
  readonly id: string;
  /** The cursor is brought to its field, whose description it is: with an alert it would be read twice. */
  readonly own: string | undefined;
  /** Of the server, which answers while the cursor is elsewhere. */
  readonly problem: string | undefined;
  readonly className: string;
}

/** What is wrong with a field, below it, read aloud once. */
export function FieldFault({ id, own, problem, className }: FieldFaultProps) {
  const words = (fault: string) => (
    <p id={id} className={className}>
      {fault}
    </p>
  );
  return (
    <>
      {own && words(own)}
      <div role="alert">{!own && problem && words(problem)}</div>
    </>
  );
}
