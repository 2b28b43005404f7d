import {
  Button,
  Field,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Select,
  Text,
  Textarea,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { DocumentArrowUpRegular } from '@fluentui/react-icons/svg/document-arrow-up';
import { type DragEvent, useId, useMemo, useRef, useState } from 'react';
import { LinkButton } from '../../components/LinkButton';
import { csvOf, rowsOf, textOf } from '../../lib/csv';
import { download } from '../../lib/download';
import { count } from '../../lib/time';
import {
  fieldLabel,
  fieldNames,
  isRequired,
  type Line,
  linesMax,
  linesOf,
  type Mapping,
  mappingOf,
  template,
} from './importLines';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, maxWidth: '720px' },
  drop: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: tokens.spacingHorizontalL,
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  file: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  small: { color: tokens.colorNeutralForeground2 },
  heading: { ...typographyStyles.subtitle2, margin: 0 },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(200px, 1fr))',
    gap: tokens.spacingHorizontalM,
    marginTop: tokens.spacingVerticalS,
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** Where the users come from: a file that is chosen or dropped, or text that is pasted; and which column is what. */
export function ChooseFile(props: { base: string; onLines: (lines: readonly Line[]) => void }) {
  const { base, onLines } = props;
  const styles = useStyles();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<{ head: string; mapping: Mapping }>();
  const [fault, setFault] = useState('');

  const [head = [], ...rows] = useMemo(() => rowsOf(text), [text]);
  // The person's choice holds for as long as the columns are the same.
  const headKey = head.join('\u0000');
  const mapping = chosen?.head === headKey ? chosen.mapping : mappingOf(head);
  const missing = fieldNames.filter((field) => isRequired(field) && mapping[field] < 0);

  const take = async (file: File | undefined) => {
    if (!file) return;
    setFault('');
    try {
      setText(await textOf(file));
      setName(file.name);
    } catch {
      setFault(`${file.name} could not be read.`);
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    void take(event.dataTransfer.files[0]);
  };

  const check = () => {
    if (rows.length === 0) {
      setFault(
        'Choose a file or paste its text first: one line with the names of the columns, then a line for each user.',
      );
    } else if (rows.length > linesMax) {
      setFault(
        `${count(rows.length, 'user')} are too many at once: up to ${linesMax.toLocaleString('en')}. Split the file.`,
      );
    } else if (missing.length > 0) {
      setFault(`Choose the column of: ${missing.map(fieldLabel).join(', ')}.`);
    } else onLines(linesOf(rows, mapping));
  };

  return (
    <div className={styles.root}>
      {/* Dropping is a convenience for the mouse: the button does the same. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: see above */}
      <div className={styles.drop} onDragOver={(event) => event.preventDefault()} onDrop={drop}>
        <input
          ref={input}
          id={id}
          type="file"
          accept=".csv,.txt,text/csv,text/plain"
          tabIndex={-1}
          aria-label="CSV file"
          className={styles.file}
          onChange={(event) => {
            void take(event.target.files?.[0]);
            event.target.value = ''; // the same file can be chosen again, changed
          }}
        />
        <Button icon={<DocumentArrowUpRegular />} onClick={() => input.current?.click()}>
          Choose a file
        </Button>
        <Text className={styles.small}>{name === '' ? 'or drop a CSV file here' : name}</Text>
        <Button
          appearance="subtle"
          icon={<ArrowDownloadRegular />}
          onClick={() => download('users-template.csv', csvOf(template), 'text/csv')}
        >
          Download a template
        </Button>
      </div>
      <Field label="Or paste the text" hint="One line with the names of the columns, then a line for each user.">
        <Textarea
          value={text.length > 20_000 ? '' : text}
          placeholder={text.length > 20_000 ? `${name || 'The text'}: too long to be shown here.` : ''}
          rows={6}
          resize="vertical"
          spellCheck={false}
          onChange={(_, data) => {
            setText(data.value);
            setName('');
            setFault('');
          }}
        />
      </Field>
      {head.length > 0 && (
        <section aria-labelledby={`${id}-columns`}>
          <h2 id={`${id}-columns`} className={styles.heading}>
            {count(rows.length, 'user')} found. Which column is what?
          </h2>
          <div className={styles.columns}>
            {fieldNames.map((field) => (
              <Field key={field} label={fieldLabel(field)} required={isRequired(field)}>
                <Select
                  value={String(mapping[field])}
                  onChange={(_, data) => {
                    setFault('');
                    setChosen({ head: headKey, mapping: { ...mapping, [field]: Number(data.value) } });
                  }}
                >
                  <option value="-1">{isRequired(field) ? 'Choose a column' : 'Not in the file'}</option>
                  {head.map((column, at) => (
                    <option key={at} value={at}>
                      {column || `Column ${at + 1}`}
                    </option>
                  ))}
                </Select>
              </Field>
            ))}
          </div>
        </section>
      )}
      {fault !== '' && (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>{fault}</MessageBarBody>
        </MessageBar>
      )}
      <Text className={styles.small}>
        Who has an address gets a mail with a one-time link to choose a password, once they are created. Roles are
        separated by semicolons. Sign-in allowed is yes or no.
      </Text>
      <div className={styles.actions}>
        <Button appearance="primary" onClick={check}>
          Check
        </Button>
        <LinkButton to={base as string}>Cancel</LinkButton>
      </div>
    </div>
  );
}
