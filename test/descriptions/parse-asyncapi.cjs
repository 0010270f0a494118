// Reads an AsyncAPI document from standard input and says what its own parser finds: in a process of its own, where the parser
// loads in a second.
const { readFileSync } = require('node:fs');
const { Parser } = require('@asyncapi/parser');

const addressesIn = (document) => document.channels().all().map((channel) => channel.address());

new Parser().parse(readFileSync(0, 'utf8')).then(({ document, diagnostics }) => {
  const errors = diagnostics.filter(({ severity }) => severity === 0).map(({ message }) => message);
  console.log(JSON.stringify({ channels: document === undefined ? [] : addressesIn(document), errors }));
});
