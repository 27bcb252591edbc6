/** What to do for a PDF where no Chromium prints one. */
export const howToPrint =
  'There is no Chromium on this machine to print a PDF with. Save the page and open it in any browser, or open the Word ' +
  'file, and print it from there: choose “Save as PDF”. It is laid out for A4.';
