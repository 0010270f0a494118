#!/bin/sh
# Run it: sh publish.sh
set -eu
HUB=${THROUGHLINE_URL:-http://localhost:8080}

TOKEN=$(curl --silent --show-error --fail --user housing:demo-housing \
  --data grant_type=client_credentials "$HUB/idp/token" |
  sed 's/.*"access_token":"\([^"]*\)".*/\1/')

curl --silent --show-error --write-out '\n%{http_code}\n' "$HUB/v1/records" \
  --header "Authorization: Bearer $TOKEN" \
  --header 'Content-Type: application/cloudevents+json' \
  --data '{
    "specversion": "1.0",
    "id": "first-record-curl",
    "source": "/agencies/housing",
    "type": "throughline.housing.tenancy-started.v1",
    "subject": "housing:N-1042",
    "time": "2024-03-04T09:30:00Z",
    "data": {
      "people": [{ "ref": "housing:N-1042", "role": "victim" }],
      "tenancyId": "housing-T-88",
      "reason": "rehoused-domestic-abuse",
      "address": { "lines": ["11 Orchard Mews"], "postcode": "S7 1HE" },
      "startedOn": "2024-03-04"
    }
  }'
