import { Button, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { graphql, useFragment } from 'react-relay';
import type { AuditFilters_query$key } from '../../__generated__/AuditFilters_query.graphql';
import { Choice } from '../../components/Choice';
import { SearchField } from '../../components/SearchField';
import { actionName, actionNames, kindChoices, resultChoices } from '../../lib/actions';
import { shortDate } from '../../lib/time';
import { type AuditSearch, isFiltered, unfiltered } from './auditState';
import { PersonField } from './PersonField';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(168px, 1fr))',
    gap: tokens.spacingHorizontalM,
    alignItems: 'end',
    flexGrow: 1,
    '@media (max-width: 639.98px)': { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' },
  },
  search: { gridColumnEnd: 'span 2', '& .fui-SearchBox': { width: '100%', maxWidth: 'none' } },
  control: { minWidth: 0, width: '100%' },
  only: { alignSelf: 'end', lineHeight: '32px' },
  clear: { justifySelf: 'start' },
});

/** What narrows the audit log: words, what it is about, result, action, delegated admin, person, and the time from day to day. */
export function AuditFilters(props: {
  query: AuditFilters_query$key;
  search: AuditSearch;
  onSearch: (change: AuditSearch) => void;
}) {
  const { search, onSearch } = props;
  const data = useFragment(
    graphql`
      fragment AuditFilters_query on Query
      @argumentDefinitions(person: { type: "ID" }, onePerson: { type: "Boolean!" }) {
        viewer @include(if: $onePerson) {
          organization {
            lastOfPerson: auditEvents(first: 1, filter: { actorId: $person }) {
              edges {
                node {
                  actor {
                    displayName
                  }
                }
              }
            }
          }
        }
        delegatedAdmins(first: 50, filter: { statuses: [ACTIVE, SUSPENDED, EXPIRED, TERMINATED] }) {
          edges {
            node {
              id
              status
              activatedAt
              partner {
                name
              }
            }
          }
        }
      }
    `,
    props.query,
  );
  const styles = useStyles();
  const admins = data.delegatedAdmins.edges.map(({ node }) => ({
    value: node.id,
    label: `${node.partner.name}, since ${shortDate(node.activatedAt)}`,
  }));
  const actions = actionNames.map((action) => ({ value: action, label: actionName(action) }));

  return (
    <section className={styles.root} aria-label="Filters">
      <Field label="Search" className={styles.search}>
        <SearchField
          label="Names, targets and reasons"
          value={search.search ?? ''}
          onSearch={(text) => onSearch({ search: text || undefined })}
        />
      </Field>
      <Field label="About">
        <Choice
          className={styles.control}
          choices={kindChoices}
          value={search.kind}
          onChoose={(kind) => onSearch({ kind })}
        />
      </Field>
      <Field label="Result">
        <Choice
          className={styles.control}
          choices={resultChoices}
          value={search.result}
          onChoose={(result) => onSearch({ result })}
        />
      </Field>
      <Field label="Action">
        <Choice
          className={styles.control}
          choices={[{ value: '', label: 'All actions' }, ...known(actions, search.action)]}
          value={search.action}
          onChoose={(action) => onSearch({ action })}
        />
      </Field>
      <Field label="Delegated admin">
        <Choice
          className={styles.control}
          choices={[{ value: '', label: 'Everybody' }, ...known(admins, search.delegation)]}
          value={search.delegation}
          onChoose={(delegation) => onSearch({ delegation })}
        />
      </Field>
      <PersonField
        person={search.person}
        name={data.viewer?.organization.lastOfPerson.edges[0]?.node.actor.displayName}
        onChoose={(person) => onSearch({ person })}
      />
      <Field label="From">
        <Input
          type="date"
          className={styles.control}
          value={search.since ?? ''}
          max={search.until ?? ''}
          onChange={(_, { value }) => onSearch({ since: value || undefined })}
        />
      </Field>
      <Field label="To">
        <Input
          type="date"
          className={styles.control}
          value={search.until ?? ''}
          min={search.since ?? ''}
          onChange={(_, { value }) => onSearch({ until: value || undefined })}
        />
      </Field>
      {search.object && <Text className={styles.only}>Only what was done to one object</Text>}
      {isFiltered(search) && (
        <Button className={styles.clear} onClick={() => onSearch(unfiltered)}>
          Clear filters
        </Button>
      )}
    </section>
  );
}

interface ChoiceOf {
  readonly value: string;
  readonly label: string;
}

/** What the address asks for is always among the choices, also when this page does not know it. */
function known(choices: readonly ChoiceOf[], value: string | undefined): readonly ChoiceOf[] {
  if (!value || choices.some((choice) => choice.value === value)) return choices;
  return [{ value, label: value }, ...choices];
}
