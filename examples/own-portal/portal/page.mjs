/** The page around everything. */

const letters = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** Text as it may stand in HTML. */
export const escaped = (text) => String(text).replace(/[&<>"']/g, (letter) => letters[letter]);

const style = `body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
label, textarea { display: block; } fieldset { margin: 1rem 0; } .fault { color: #8f1d2c; display: block; }
.hint { color: #57534e; display: block; } table { border-collapse: collapse; } caption { text-align: left; }
th, td { border: 1px solid #a8a29e; padding: 0.25rem 0.5rem; text-align: left; } textarea { width: 100%; }
dl > div { display: flex; gap: 1rem; } dt { min-width: 12rem; } .document-draft { font-weight: bold; }`;

/** Nothing is loaded from anywhere, and no script runs. */
export const headers = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'",
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
};

/** Takes a title and what stands in it; gives the page. */
export const page = (title, body) => `<!DOCTYPE html>
<html lang="en-GB">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title><style>${style}</style></head>
<body><main>${body}</main></body>
</html>
`;
