// It lies beside this file where browsers fetch it, not where it is written.
const { initAll } = await import(new URL('govuk-frontend.min.js', import.meta.url).href);

document.body.classList.add('js-enabled', 'govuk-frontend-supported');
initAll();

// The session ends by itself after a while without a request. Whoever sits before the page is asked a little before, and
// what the page shows goes with the session.
const notice = document.querySelector('[data-session-minutes]');
if (notice instanceof HTMLElement) {
  const idle = Number(notice.dataset.sessionMinutes) * 60_000;
  const WARNING = 2 * 60_000;
  const stay = notice.querySelector('button');
  let asking;
  let ending;
  const begin = () => {
    notice.hidden = true;
    clearTimeout(asking);
    clearTimeout(ending);
    asking = setTimeout(() => {
      notice.hidden = false;
      stay?.focus();
    }, idle - WARNING);
    ending = setTimeout(() => location.replace('/?ended=yes'), idle + 1_000);
  };
  stay?.addEventListener('click', () => {
    fetch('/session', { redirect: 'error' }).then(begin, () => location.replace('/?ended=yes'));
  });
  begin();
}

// New work is told while the page is open: how many, and a link that shows them. Nothing moves under whoever is reading.
const live = document.querySelector('[data-alert-events]');
if (live instanceof HTMLElement) {
  const title = document.title;
  const fresh = new Set();
  const link = live.querySelector('a');
  const events = new EventSource(`/my-work/events?after=${live.dataset.alertEvents}`);
  events.addEventListener('alert', ({ data }) => {
    const { alert, change, class: kind } = JSON.parse(data);
    if (change !== 'raised' || (kind !== 'now' && kind !== 'act')) return;
    fresh.add(alert);
    link.textContent = fresh.size === 1 ? '1 new alert: show it' : `${fresh.size} new alerts: show them`;
    live.hidden = false;
    document.title = `(${fresh.size} new) ${title}`;
  });
  // The page was open, or the machine asleep, for so long that what was told meanwhile is not kept any more.
  events.addEventListener('reset', () => {
    link.textContent = 'Your alerts may have changed: show them';
    live.hidden = false;
  });
  addEventListener('pagehide', () => events.close());
}
