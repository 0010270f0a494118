# Run it: python3 publish.py
import base64
import json
import os
import urllib.error
import urllib.request

hub = os.environ.get("THROUGHLINE_URL", "http://localhost:8080")


def post(path, headers, body):
    request = urllib.request.Request(hub + path, body, headers)
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as refused:
        return refused.code, json.load(refused)


basic = base64.b64encode(b"housing:demo-housing").decode()
status, signed_in = post("/idp/token", {"Authorization": f"Basic {basic}"}, b"grant_type=client_credentials")

record = {
    "specversion": "1.0",
    "id": "first-record-python",
    "source": "/agencies/housing",
    "type": "throughline.housing.tenancy-started.v1",
    "subject": "housing:N-1042",
    "time": "2024-03-04T09:30:00Z",
    "data": {
        "people": [{"ref": "housing:N-1042", "role": "victim"}],
        "tenancyId": "housing-T-88",
        "reason": "rehoused-domestic-abuse",
        "address": {"lines": ["11 Orchard Mews"], "postcode": "S7 1HE"},
        "startedOn": "2024-03-04",
    },
}
status, answer = post(
    "/v1/records",
    {
        "Authorization": f"Bearer {signed_in['access_token']}",
        "Content-Type": "application/cloudevents+json",
    },
    json.dumps(record).encode(),
)
print(json.dumps(answer))
print(status)
