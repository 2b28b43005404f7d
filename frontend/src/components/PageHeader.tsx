import {
  Breadcrumb,
  BreadcrumbDivider,
  BreadcrumbItem,
  makeStyles,
  Text,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { Fragment, type ReactNode } from 'react';
import { arrive } from '../lib/arrival';
import { useDocumentTitle } from '../lib/useDocumentTitle';
import { TextLink } from './TextLink';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    marginBottom: tokens.spacingVerticalL,
  },
  crumbs: { minHeight: '32px' },
  list: { flexWrap: 'wrap' },
  title: { ...typographyStyles.title2, margin: 0, overflowWrap: 'anywhere', ':focus': { outlineStyle: 'none' } },
  sentence: { color: tokens.colorNeutralForeground2, maxWidth: '72ch' },
});

export interface Crumb {
  label: string;
  to?: string;
}

/**
 * The head of a page: where it lies, what it is called, and one sentence that says what it is for. Names the browser's tab
 * too (`documentTitle` when it should say more). After a change of page the keyboard's focus goes to the title.
 */
export function PageHeader(props: {
  title: string;
  sentence?: ReactNode;
  breadcrumb?: readonly Crumb[];
  documentTitle?: string;
  /** What the last crumb says when it is not the title. */
  here?: string;
}) {
  const { title, sentence, breadcrumb = [], documentTitle, here = title } = props;
  const styles = useStyles();
  useDocumentTitle(documentTitle ?? title);
  return (
    <header className={styles.root}>
      {breadcrumb.length > 0 && (
        <Breadcrumb aria-label="Breadcrumb" size="small" className={styles.crumbs} list={{ className: styles.list }}>
          {breadcrumb.map((crumb) => (
            <Fragment key={crumb.label}>
              <BreadcrumbItem>
                {crumb.to ? <TextLink to={crumb.to}>{crumb.label}</TextLink> : <Text>{crumb.label}</Text>}
              </BreadcrumbItem>
              <BreadcrumbDivider />
            </Fragment>
          ))}
          <BreadcrumbItem>
            <Text aria-current="page">{here}</Text>
          </BreadcrumbItem>
        </Breadcrumb>
      )}
      <h1 ref={arrive} tabIndex={-1} className={styles.title}>
        {title}
      </h1>
      {sentence && <Text className={styles.sentence}>{sentence}</Text>}
    </header>
  );
}
