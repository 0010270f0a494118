import { createHash } from 'node:crypto';
import { type DemoPerson } from './members';

const STYLE = `
body{margin:0;font:19px/1.32 arial,sans-serif;color:#0b0c0c;background:#fff}
header{background:#1d70b8;color:#fff;padding:10px 15px;font-weight:700;font-size:24px}
main,.bar{max-width:960px;margin:0 auto;padding:0 15px}
h1{font-size:32px;line-height:1.1;margin:40px 0 20px}
h2{font-size:24px;margin:30px 0 10px}
.inset{border-left:10px solid #b1b4b6;padding:15px;margin:20px 0}
ul{list-style:none;margin:0;padding:0}
li{display:flex;flex-wrap:wrap;gap:5px 20px;align-items:center;justify-content:space-between;border-bottom:1px solid #b1b4b6;padding:10px 0}
small{font-size:16px;color:#484949;display:block}
button{font:inherit;color:#fff;background:#0f7a52;border:2px solid transparent;box-shadow:0 2px 0 #083d29;padding:8px 10px 7px;cursor:pointer}
button:hover{background:#0a5c3e}
button:focus,a:focus{outline:3px solid #fd0;outline-offset:0;background:#fd0;color:#0b0c0c;box-shadow:0 -2px #fd0,0 4px #0b0c0c}
a{color:#1a65a6}
.skip:not(:focus){position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
`;

/** The page's own style and nothing else: no script, no picture, no frame around it, and forms that go nowhere else. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const page = (title: string, content: string): string => `<!DOCTYPE html>
<html lang="en-GB">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} – Throughline</title><style>${STYLE}</style></head>
<body><a class="skip" href="#main">Skip to main content</a>
<header><div class="bar">Throughline</div></header>
<main id="main">${content}</main></body>
</html>`;

const item = ({ id, name, title }: DemoPerson): string => `<li><span>${escaped(name)}<small>${escaped(title)}</small></span>
<button type="submit" name="person" value="${escaped(id)}">Sign in as ${escaped(name)}</button></li>`;

/** The people who can sign in, by agency, each a button. It works without JavaScript. */
export const signInPage = (people: readonly DemoPerson[], action: string): string => {
  const places = [...new Set(people.map(({ place }) => place))];
  const sections = places.map(
    (place) =>
      `<h2>${escaped(place)}</h2><ul>${people
        .filter((person) => person.place === place)
        .map(item)
        .join('')}</ul>`,
  );
  return page(
    'Who are you signing in as?',
    `<h1>Who are you signing in as?</h1>
<p class="inset">This is the demonstration’s sign-in. These people and everything they can see are invented.</p>
<form method="post" action="${escaped(action)}">${sections.join('')}</form>`,
  );
};

const SAID: Readonly<Record<string, string>> = {
  access_denied: 'The sign-in was cancelled.',
  invalid_client: 'The service that sent you here is not known.',
  invalid_redirect_uri: 'The service that sent you here gave an address to return to that is not registered.',
};

/** What went wrong in words that anyone can act on, with the way back. */
export const problemPage = (error: string, origin: string): string =>
  page(
    'You cannot sign in from here',
    `<h1>You cannot sign in from here</h1>
<p>${SAID[error] ?? 'This sign-in is no longer under way: it took too long, or the service was started again meanwhile.'}</p>
<p><a href="${escaped(origin)}/">Go back and sign in again</a></p>`,
  );
