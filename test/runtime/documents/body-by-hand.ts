/** The body of an invented report as its template gives it, and what its page says of it. */
import type { PageAbout } from '../../../runtime/documents/page.js';

export const about: PageAbout = {
  title: 'Mid-way report',
  person: 'Sam Reed',
  provider: 'Example Trust',
  version: '0123456789',
  draft: false,
};

/** 26 weekly sessions; he was absent from the fourth, the eleventh, the eighteenth and the twenty-fifth. */
const sessions = Array.from({ length: 26 }, (_, week) =>
  week % 7 === 3
    ? `<tr><th scope="row">Week ${week + 1}</th><td>Absent</td><td></td></tr>`
    : `<tr><th scope="row">Week ${week + 1}</th><td>Attended</td><td>Time out</td></tr>`,
).join('\n');

/** What a copy that holds what is hers has under “A copy of the risk assessment”, or `Not attached.` */
export const bodyWith = (attachment: string): string => `<article class="document document-report">
  <header class="document-head">
    <p class="document-provider">Example Trust</p>
    <h1 class="document-title">Mid-way report</h1>
    <p class="document-draft">Draft. This has not been issued.</p>
    <dl class="document-particulars">
      <div><dt>About</dt><dd>Sam Reed</dd></div>
      <div><dt>For</dt><dd>referring agency (North &amp; East)</dd><dd>court</dd></div>
      <div><dt>Period</dt><dd>Monday 5 January 2026 to Monday 20 April 2026</dd></div>
    </dl>
  </header>
  <section class="document-heading" aria-labelledby="heading-attendance">
    <h2 id="heading-attendance">Attendance record (incl session content covered)</h2>
    <p class="document-summary">26 sessions were due. He <strong>attended 22</strong> and missed 4.</p>
    <div class="document-scroll"><table class="document-table">
      <caption>Attendance, session by session</caption>
      <thead><tr><th scope="col">Day</th><th scope="col">Attendance</th><th scope="col">Session content</th></tr></thead>
      <tbody>${sessions}</tbody>
    </table></div>
  </section>
  <section class="document-heading" aria-labelledby="heading-engagement">
    <h2 id="heading-engagement">Engagement</h2>
    <p>He speaks when he is asked.</p>
    <p>He listens to the others.</p>
  </section>
  <section class="document-heading" aria-labelledby="heading-concerns">
    <h2 id="heading-concerns">Concerns &amp; positives</h2>
    <div class="document-scroll"><table class="document-table document-table-narrative">
      <caption>Concerns &amp; positives</caption>
      <thead><tr><td></td><th scope="col">Concerns</th><th scope="col">Positives</th></tr></thead>
      <tbody><tr><th scope="row">Capacity</th><td>None.</td><td>Reads well.</td></tr>
      <tr><th scope="row">Motivation</th><td>Comes late.</td><td>Comes.</td></tr></tbody>
    </table></div>
  </section>
  <section class="document-heading" aria-labelledby="heading-records">
    <h2 id="heading-records">What was recorded</h2>
    <ul class="document-list"><li>His phone number</li><li>His address</li></ul>
    <ol class="document-records">
      <li><p class="document-on">Monday 2 February 2026</p>
        <dl class="document-terms"><div><dt>How severe was it?</dt><dd>High</dd></div></dl></li>
      <li><p class="document-on">Monday 9 February 2026</p></li>
    </ol>
  </section>
  <section class="document-heading" aria-labelledby="heading-ric">
    <h2 id="heading-ric">A copy of the risk assessment</h2>
    <div class="document-attachment">${attachment}</div>
  </section>
  <p class="document-statement">Attending is no guarantee of change.</p>
  <footer class="document-foot">
    <dl class="document-signatures">
      <div><dt>Written by</dt><dd>Alex Hart, facilitator <span class="document-on">Monday 20 April 2026</span></dd></div>
      <div class="document-not-known"><dt>Issued by</dt><dd>Not issued yet</dd></div>
    </dl>
    <dl class="document-contact"><div><dt>Telephone</dt><dd>01632 960 000</dd></div></dl>
  </footer>
</article>`;

export const notAttached = '<p class="document-none">Not attached.</p>';
export const attached = '<dl class="document-terms"><div><dt>Score</dt><dd>14, high</dd></div></dl>';
export const body = bodyWith(notAttached);
