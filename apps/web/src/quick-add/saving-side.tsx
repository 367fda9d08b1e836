import { BesideForm } from './beside-form';
import { CorrectedMeanwhile } from './corrected-meanwhile';
import type { ReadyFormProps } from './entry-form-props';
import { hoursReplacementFor, replacementFor } from './initial-values';
import type { OutOfOrder } from './meter-problem';
import { MeterProblem } from './meter-problem-view';
import { SaveBar } from './save-bar';
import type { EntryInForm } from './use-entry-form';
import { asVoid, withReading } from './way-out-taken';

interface SavingSideProps extends ReadyFormProps {
  readonly entry: EntryInForm;
  readonly onSayWhen: () => void;
}

/** What the entry will mean and the button that saves it; or what is in its way, and the ways out. */
export function SavingSide(props: SavingSideProps) {
  const { vehicle, correct, waiting, entry, onSaved } = props;
  const { saving, fillsBefore, recordingOf, saveInstead } = entry;
  return (
    <div className="sheet__b">
      {saving.outOfOrder ? (
        <WaysOut {...props} problem={saving.outOfOrder} />
      ) : (
        <>
          <BesideForm vehicle={vehicle} fills={fillsBefore} correct={correct} recordingOf={recordingOf} />
          {waiting && saving.superseded ? (
            <CorrectedMeanwhile waiting={waiting} onInstead={saveInstead} onDiscarded={onSaved} />
          ) : (
            <SaveBar
              problem={saving.problem}
              correcting={correct !== undefined}
              waiting={waiting}
              onDiscarded={onSaved}
            />
          )}
        </>
      )}
    </div>
  );
}

/** Of a reading that does not fit. */
function WaysOut({ problem, ...props }: SavingSideProps & { readonly problem: OutOfOrder }) {
  const { vehicle, entry, onSayWhen, onCorrectNeighbour, onReplaced } = props;
  const { form, home, typed, saving, saveWith } = entry;
  const replacement = problem.meter === 'hours' ? hoursReplacementFor : replacementFor;
  return (
    <MeterProblem
      problem={problem}
      vehicleId={vehicle.id}
      onReading={(reading) => saveWith(withReading(form.getValues(), reading, home.locale))}
      onVoid={() => saveWith(asVoid(form.getValues(), problem.meter))}
      onCorrectNeighbour={(neighbour) => onCorrectNeighbour(neighbour, typed())}
      onSayWhen={() => {
        saving.dismiss();
        onSayWhen();
      }}
      onReplaced={(oldFinal) => onReplaced(replacement(form.getValues(), oldFinal, home), typed())}
    />
  );
}
