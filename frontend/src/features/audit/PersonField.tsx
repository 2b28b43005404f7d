import { Field, Input, makeStyles } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { Suspense, useState } from 'react';
import { lazily } from '../../components/lazily';
import type { PersonPickerProps } from './PersonPicker';

const PersonPicker = lazily(async () => (await import('./PersonPicker')).PersonPicker);

const useStyles = makeStyles({ input: { minWidth: 0, width: '100%' } });

/** Whose acts the log shows. Until somebody comes to it, it only looks as the picker does, which is fetched then. */
export function PersonField(props: PersonPickerProps) {
  const { person, name } = props;
  const styles = useStyles();
  const [used, setUsed] = useState<'reached' | 'opened'>();
  const resting = (
    <Field label="Person">
      <Input
        role="combobox"
        aria-haspopup="listbox"
        aria-expanded={false}
        readOnly
        className={styles.input}
        placeholder="Everybody"
        value={person === undefined ? '' : (name ?? 'One person')}
        contentAfter={<ChevronDownRegular />}
        onPointerEnter={PersonPicker.preload}
        onMouseDown={(event) => {
          event.preventDefault(); // the focus is the picker's
          setUsed('opened');
        }}
        onFocus={() => setUsed((before) => before ?? 'reached')}
      />
    </Field>
  );
  if (!used) return resting;
  return (
    <Suspense fallback={resting}>
      <PersonPicker {...props} defaultOpen={used === 'opened'} />
    </Suspense>
  );
}
