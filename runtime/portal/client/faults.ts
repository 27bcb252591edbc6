const goTo = (event: Event): void => {
  const link = (event.target as Element | null)?.closest('a[href^="#"]');
  const field = link && document.getElementById(decodeURIComponent(link.getAttribute('href')?.slice(1) ?? ''));
  if (!field) return;
  event.preventDefault();
  const group = field.closest('.govuk-form-group') ?? field;
  group.scrollIntoView();
  field.focus({ preventScroll: true });
};

/** Gives the list of faults the focus, so that it is read first, and makes its links end in the field itself. */
export const helpWithFaults = (): void => {
  const summary = document.getElementById('error-summary');
  if (!summary) return;
  summary.addEventListener('click', goTo);
  summary.focus();
};
