let arriving = false;

/** A change of page has begun: the next title that appears takes the focus. */
export function expectArrival(): void {
  arriving = true;
}

/** A ref for a page's title: after a change of page it takes the focus, so that screen readers read it. */
export function arrive(title: HTMLElement | null): void {
  if (!title || !arriving) return;
  arriving = false;
  title.focus({ preventScroll: true });
}
