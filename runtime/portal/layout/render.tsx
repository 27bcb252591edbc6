import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { isDemonstration } from './demonstration.js';
import { FormToken } from './form-start.js';
import { formToken } from './form-token.js';
import { type Frame, Layout } from './layout.js';
import { visitorHere } from './visitor-here.js';

/** The frame with what the server around the page knows: that all is invented, and who has signed in. */
const framed = (frame: Frame): Frame => {
  const visitor = frame.visitor ?? (frame.rail ? undefined : visitorHere());
  return { ...frame, ...(isDemonstration() && { demonstration: true }), ...(visitor && { visitor }) };
};

/** A page as the text of an HTML document. Everything in it is escaped by React. */
export const renderPage = (frame: Frame, content: ReactNode, before?: ReactNode): string =>
  `<!DOCTYPE html>\n${renderToStaticMarkup(
    <FormToken.Provider value={frame.token ?? formToken()}>
      <Layout frame={framed(frame)} before={before}>
        {content}
      </Layout>
    </FormToken.Provider>,
  )}\n`;
