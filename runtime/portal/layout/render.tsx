import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { type Frame, Layout } from './layout.js';

/** A page as the text of an HTML document. Everything in it is escaped by React. */
export const renderPage = (frame: Frame, content: ReactNode, before?: ReactNode): string =>
  `<!DOCTYPE html>\n${renderToStaticMarkup(
    <Layout frame={frame} before={before}>
      {content}
    </Layout>,
  )}\n`;
