/**
 * A theme for react-jsonschema-form in the manner of govuk-frontend.
 * It owns the markup of questions, entries and errors; it must not know a programme, a bundle, a page or a server.
 */
export { type DateParts, joinDate, joinDateTime, splitDate } from './day.js';
export { GovukForm, generateForm } from './form.js';
export { theme } from './theme.js';
