import type { ReactNode } from 'react';
import { FormStart } from './form-start.js';

export interface NavigationItem {
  words: string;
  href: string;
  current?: boolean;
}

/** What stands beside the pages of people who work with cases. */
export interface Rail {
  places: NavigationItem[];
  /** Who has signed in, in which role; and whether there is another to act in. */
  who: { name: string; role: string; mayChange: boolean };
}

/** All that stands around the content of a page. */
export interface Frame {
  /** What the page is, without the product's name. */
  title: string;
  /** There were mistakes in what was sent: the title says so first. */
  failed?: boolean;
  where?: string;
  navigation?: NavigationItem[];
  rail?: Rail;
  /** Everything on the page is invented, and it says so. */
  demonstration?: boolean;
  /** Somebody who has signed in and has no rail here; `to`: where he came from. */
  visitor?: { name: string; to?: { href: string; words: string } };
  /** The token of the page's forms, where it is not that of the request. */
  token?: string;
  back?: { href: string; words: string };
  /** The stream that says when the definition was saved, and which saving of it this page shows. */
  live?: { href: string; edition: number };
  /** Said at the foot of pages that belong to a case. */
  note?: string;
  wide?: boolean;
  /** The page holds a report or a message, which has a stylesheet of its own. */
  document?: boolean;
  /** What the page needs of scripts beside the one of every page. */
  script?: 'questions' | 'player';
}

const Head = ({ frame }: { frame: Frame }) => (
  <head>
    <meta charSet="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>{`${frame.failed ? 'Error: ' : ''}${frame.title} – ${frame.where ? `${frame.where} – ` : ''}Rubric`}</title>
    <link rel="icon" href="/assets/mark.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="/assets/rubric.css" />
    {frame.document && <link rel="stylesheet" href="/document.css" />}
    {frame.script && <script type="module" src={`/assets/${frame.script}.js`} />}
    <script type="module" src="/assets/client.js" />
  </head>
);

const Who = ({ who }: { who: NonNullable<Frame['visitor']> & Partial<Rail['who']> }) => (
  <div className="rubric-who">
    <p className="rubric-who__name">
      {who.name}
      {who.role && (
        <>
          {' '}
          <span className="rubric-who__role">{who.role}</span>
        </>
      )}
    </p>
    {who.to && (
      <a className="rubric-who__link" href={who.to.href}>
        {who.to.words}
      </a>
    )}
    {who.mayChange && (
      <a className="rubric-who__link" href="/working-as">
        Change role
      </a>
    )}
    {who.mayChange === false && (
      <a className="rubric-who__link" href="/sign-in/set-up">
        Your sign-in
      </a>
    )}
    <FormStart action="/sign-out" className="rubric-who__out">
      <button type="submit" className="rubric-pick__button">
        Sign out
      </button>
    </FormStart>
  </div>
);

const Places = ({ places }: { places: NavigationItem[] }) => (
  <nav className="rubric-rail rubric-no-print" aria-label="Work">
    <ul>
      {places.map((item) => (
        <li key={item.href}>
          <a href={item.href} aria-current={item.current ? 'page' : undefined}>
            {item.words}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

const widthOf = (frame: Frame): string => `rubric-width${frame.wide || frame.rail ? ' rubric-width--wide' : ''}`;

const Header = ({ frame }: { frame: Frame }) => (
  <header className="rubric-header">
    <div className={`${widthOf(frame)} rubric-header__inside`}>
      <a className="rubric-header__mark" href="/">
        Rubric
      </a>
      {frame.where && <span className="rubric-header__where">{frame.where}</span>}
      {frame.rail ? <Who who={frame.rail.who} /> : frame.visitor && <Who who={frame.visitor} />}
      {frame.navigation && frame.navigation.length > 0 && (
        <nav className="rubric-header__nav" aria-label="Programme">
          <ul>
            {frame.navigation.map((item) => (
              <li key={item.href}>
                <a href={item.href} aria-current={item.current ? 'page' : undefined}>
                  {item.words}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </div>
    {frame.demonstration && (
      <div className={widthOf(frame)}>
        <p className="rubric-demonstration">
          <strong className="govuk-tag govuk-tag--yellow">Demonstration</strong> Nobody here exists: every case, name
          and address is invented.
        </p>
      </div>
    )}
  </header>
);

/** A whole page. `children` is its content, with its one first heading; `before` stands above it, and is kept live. */
export const Layout = ({ frame, before, children }: { frame: Frame; before?: ReactNode; children: ReactNode }) => (
  <html lang="en-GB" className="rubric-root">
    <Head frame={frame} />
    <body
      className={`rubric-page${frame.rail ? ' rubric-page--dense' : ''}`}
      data-live={frame.live?.href}
      data-edition={frame.live?.edition}
    >
      <a href="#main" className="govuk-skip-link">
        Skip to main content
      </a>
      <Header frame={frame} />
      <div className={`${widthOf(frame)}${frame.rail ? ' rubric-staff' : ''}`}>
        {frame.rail && <Places places={frame.rail.places} />}
        <div className="rubric-staff__page">
          {frame.back && (
            <nav aria-label="Back">
              <a className="govuk-back-link" href={frame.back.href}>
                {frame.back.words}
              </a>
            </nav>
          )}
          <main className="rubric-main" id="main" tabIndex={-1}>
            <p className="govuk-visually-hidden" role="status" id="said" />
            <div id="notices">{before}</div>
            <div id="content">{children}</div>
          </main>
        </div>
      </div>
      <footer className="rubric-footer">
        <div className={widthOf(frame)}>
          <p className="rubric-body">
            {frame.note ?? 'Rubric. Declared by the provider, and applied as declared. People decide.'}
          </p>
        </div>
      </footer>
    </body>
  </html>
);
