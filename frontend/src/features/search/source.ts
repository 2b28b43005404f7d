import type { LinkProps } from '@tanstack/react-router';
import type { IEnvironment } from 'relay-runtime';

/** What was found, and where it leads. */
export interface Hit {
  readonly key: string;
  readonly label: string;
  /** A second line, such as a domain. */
  readonly detail?: string | undefined;
  readonly link: Pick<LinkProps, 'to' | 'params' | 'search'>;
}

/** Where the search looks, and the heading of what it finds there. */
export interface Source {
  readonly heading: string;
  /** At most a few that fit the text, best first. `text` is empty while nothing was typed. */
  readonly find: (environment: IEnvironment, text: string) => Promise<readonly Hit[]> | readonly Hit[];
}

/** A page that the person may open. */
export interface Page {
  readonly label: string;
  readonly to: NonNullable<LinkProps['to']>;
  readonly params?: { readonly organizationId: string };
  /** A second line, where the label is not enough. */
  readonly detail?: string | undefined;
}

/** Looks among pages, by each word of the text. All of them fit when nothing was typed. */
export function pagesSource(pages: readonly Page[]): Source {
  return {
    heading: 'Pages',
    find: (_, text) => {
      const words = text.toLocaleLowerCase().split(/\s+/);
      return pages
        .filter(({ label }) => words.every((word) => label.toLocaleLowerCase().includes(word)))
        .map(({ label, to, params, detail }) => ({
          key: to,
          label,
          detail,
          link: { to, search: {}, ...(params ? { params } : {}) },
        }));
    },
  };
}
