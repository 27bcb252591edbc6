/**
 * A report of nine headings on a case of 60 events, beside a stock Handlebars that is handed what the report is filled
 * with; and the case as somebody may see it who does not support the partner, beside the whole case.
 */
import Handlebars from 'handlebars';
import { bench, summary } from 'mitata';
import { documentData, evaluate, evaluateFor } from '../../engine/index.js';
import { templateOf } from '../../generator/index.js';
import { renderBody } from '../../runtime/documents/render-document.js';
import { anybodysBundle } from '../engine/course/anybodys-course.js';
import { asOf, sixtyEvents } from './sixty-events.js';

const report = `reports:
  progress:
    title: Progress report
    to: referrer
    by: facilitator
    on-request: referrer
    headings:
      standing: { heading: How he stands, shows: [standing, progress] }
      attendance: { heading: Attendance, shows: attendance }
      absences: { heading: Sessions not attended, shows: absences }
      phases: { heading: Where it was missed, shows: [most-in-a-phase, lately, missed-in-a-row] }
      credit: { heading: What is credited, only-when: credits is at least 3, shows: [credits, unexcused-absences] }
      owed: { heading: What is due, shows: duties }
      decided: { heading: What was decided, shows: decisions }
      engagement: { heading: Engagement, asks: How has he engaged with the group? }
      contact: { heading: Whom to ask, shows: contact }
    ours: test
`;

/** Adds the data of that report, its page, the peer's page, and the case with and without what is kept apart. */
export const benchDocuments = (): void => {
  const bundle = anybodysBundle(report);
  const document = bundle.documents?.find(({ id }) => id === 'progress');
  if (document?.headings.length !== 9) throw new Error('The report of nine headings is not there.');
  const asked = { document: 'progress', asOf, to: 'referrer' };
  const data = documentData(bundle, sixtyEvents, asked);
  const stock = Handlebars.create();
  const template = templateOf(bundle, document);
  const compiled = stock.compile(template);
  // As for the case: what is measured is a server that has been up for a while.
  for (let i = 0; i < 50; i += 1) renderBody(bundle, document, documentData(bundle, sixtyEvents, asked));
  summary(() => {
    bench('9 headings, 60 events: fill the report', () => documentData(bundle, sixtyEvents, asked));
    bench('9 headings, 60 events: fill it and make its page', () =>
      renderBody(bundle, document, documentData(bundle, sixtyEvents, asked)),
    );
    bench('9 headings, filled already: make its page', () => renderBody(bundle, document, data));
    bench('9 headings, filled already: handlebars, stock, the template compiled each time', () =>
      stock.compile(template)(data),
    );
    bench('9 headings, filled already: handlebars, stock, the template compiled once', () => compiled(data));
  });
  summary(() => {
    bench('60 events: evaluate, the whole case', () => evaluate(bundle, sixtyEvents, { asOf, outlook: false }));
    bench('60 events: evaluateFor, what staff may see', () =>
      evaluateFor(bundle, sixtyEvents, { asOf, outlook: false, viewer: { role: 'staff' } }),
    );
  });
};
