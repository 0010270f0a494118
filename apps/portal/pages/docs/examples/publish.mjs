// Run it with Node 18 or later: node publish.mjs
const hub = process.env.THROUGHLINE_URL ?? 'http://localhost:8080';

const signIn = await fetch(`${hub}/idp/token`, {
  method: 'POST',
  headers: { Authorization: `Basic ${btoa('housing:demo-housing')}` },
  body: new URLSearchParams({ grant_type: 'client_credentials' }),
});
const { access_token: token } = await signIn.json();

const answer = await fetch(`${hub}/v1/records`, {
  method: 'POST',
  headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/cloudevents+json' },
  body: JSON.stringify({
    specversion: '1.0',
    id: 'first-record-javascript',
    source: '/agencies/housing',
    type: 'throughline.housing.tenancy-started.v1',
    subject: 'housing:N-1042',
    time: '2024-03-04T09:30:00Z',
    data: {
      people: [{ ref: 'housing:N-1042', role: 'victim' }],
      tenancyId: 'housing-T-88',
      reason: 'rehoused-domestic-abuse',
      address: { lines: ['11 Orchard Mews'], postcode: 'S7 1HE' },
      startedOn: '2024-03-04',
    },
  }),
});
console.log(await answer.text());
console.log(answer.status);
