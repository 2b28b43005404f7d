import {
  Button,
  MessageBar,
  MessageBarBody,
  makeStyles,
  ProgressBar,
  Switch,
  Text,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { useEffect, useMemo, useRef, useState } from 'react';
import { LinkButton } from '../../components/LinkButton';
import { csvOf } from '../../lib/csv';
import { download } from '../../lib/download';
import { count } from '../../lib/time';
import type { Line } from './importLines';
import { countsOf, type LineResult, type Phase, resultRows } from './importRun';
import { LineList } from './LineList';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  heading: { ...typographyStyles.subtitle1, margin: 0, ':focus': { outlineStyle: 'none' } },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  progress: { maxWidth: '560px', display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
});

/** How far the check or the import is, what became of each line, and what can be done next. */
export function ImportProgress(props: {
  base: string;
  lines: readonly Line[];
  results: readonly LineResult[];
  phase: Phase;
  /** How many of the lines that are sent now have their answer. */
  done: number;
  error: string;
  onCheck: () => void;
  onImport: () => void;
  onCancel: () => void;
  onStartOver: () => void;
}) {
  const { base, lines, results, phase, done, error, onCheck, onImport, onCancel, onStartOver } = props;
  const styles = useStyles();
  const [problemsOnly, setProblemsOnly] = useState(false);
  const counts = useMemo(() => countsOf(results), [results]);
  const busy = phase === 'checking' || phase === 'importing';
  const left = phase === 'checking' || phase === 'checked' ? counts.waiting : counts.fits;
  const title = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each phase the work goes on at the title
  useEffect(() => title.current?.focus(), [phase]);

  return (
    <div className={styles.root}>
      <h2 ref={title} tabIndex={-1} className={styles.heading}>
        {titleOf(phase, counts, lines.length)}
      </h2>
      {busy ? (
        <div className={styles.progress}>
          <ProgressBar
            aria-label={phase === 'checking' ? 'Progress of the check' : 'Progress of the import'}
            value={done + left > 0 ? done / (done + left) : 1}
          />
          <Text role="status">
            {done.toLocaleString('en')} of {(done + left).toLocaleString('en')} lines
          </Text>
        </div>
      ) : (
        <Text role="status">{summary(counts)}</Text>
      )}
      {error !== '' && (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>{error}</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.actions}>
        {busy && <Button onClick={onCancel}>Cancel</Button>}
        {phase === 'checked' && counts.waiting > 0 && (
          <Button appearance="primary" onClick={onCheck}>
            Check the other {counts.waiting.toLocaleString('en')}
          </Button>
        )}
        {!busy && counts.waiting === 0 && counts.fits > 0 && (
          <Button appearance="primary" onClick={onImport}>
            {phase === 'imported'
              ? `Create the other ${count(counts.fits, 'user')}`
              : `Create ${count(counts.fits, 'user')}`}
          </Button>
        )}
        {phase === 'imported' && (
          <LinkButton to={base as string} appearance={counts.fits > 0 ? 'secondary' : 'primary'}>
            Go to Active users
          </LinkButton>
        )}
        {!busy && (
          <>
            <Button
              icon={<ArrowDownloadRegular />}
              onClick={() => download('import-results.csv', csvOf(resultRows(lines, results)), 'text/csv')}
            >
              Download the results
            </Button>
            <Button onClick={onStartOver}>
              {phase === 'imported' ? 'Import another file' : 'Choose another file'}
            </Button>
          </>
        )}
      </div>
      <Switch
        label={`Only problems (${counts.problem.toLocaleString('en')})`}
        checked={problemsOnly}
        onChange={(_, data) => setProblemsOnly(data.checked)}
      />
      <LineList lines={lines} results={results} problemsOnly={problemsOnly} />
    </div>
  );
}

type Counts = ReturnType<typeof countsOf>;

function titleOf(phase: Phase, counts: Counts, total: number): string {
  switch (phase) {
    case 'checking':
      return `Checking ${count(total, 'line')} …`;
    case 'checked':
      return counts.waiting > 0 ? 'The check was not finished' : 'Nothing is created yet';
    case 'importing':
      return 'Creating the users …';
    case 'imported':
      return counts.fits > 0 ? 'The import was not finished' : `${count(counts.created, 'user')} created`;
  }
}

function summary({ fits, created, there, problem, waiting }: Counts): string {
  return [
    created > 0 && `${created.toLocaleString('en')} created`,
    fits > 0 && `${fits.toLocaleString('en')} can be created`,
    there > 0 && `${there.toLocaleString('en')} already there with the same values`,
    problem > 0 && `${problem.toLocaleString('en')} not possible`,
    waiting > 0 && `${waiting.toLocaleString('en')} not checked`,
  ]
    .filter(Boolean)
    .join(' · ');
}
