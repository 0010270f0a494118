"""Publishes as an agency would that writes Python: the official CloudEvents library with requests over HTTP, and with Confluent's
client by Kafka; nothing of the hub's own. Told on standard input, as JSON: origin, token, brokers, agency, password, and the records
of each way as structured JSON. Answers the status of each request."""
import json
import sys

import requests
from cloudevents.core.bindings import http, kafka
from cloudevents.core.formats.json import JSONFormat
from confluent_kafka import Producer

told = json.load(sys.stdin)
format = JSONFormat()


def event_of(record):
    return format.read(None, json.dumps(record))


def post(headers, body):
    authorization = {"Authorization": "Bearer " + told["token"]}
    answer = requests.post(told["origin"] + "/v1/records", headers={**headers, **authorization}, data=body, timeout=30)
    return {"status": answer.status_code, **answer.json()}


def post_message(message):
    return post(message.headers, message.body)


structured, binary, first, second = (event_of(record) for record in told["http"])
batch = b"[" + format.write(first) + b"," + format.write(second) + b"]"
answers = [
    post_message(http.to_structured(structured, format)),
    post_message(http.to_binary(binary, format)),
    post({"Content-Type": "application/cloudevents-batch+json"}, batch),
]

producer = Producer(
    {
        "bootstrap.servers": told["brokers"],
        "security.protocol": "SASL_PLAINTEXT",
        "sasl.mechanism": "SCRAM-SHA-512",
        "sasl.username": told["agency"],
        "sasl.password": told["password"],
        "enable.idempotence": True,
        "compression.type": "lz4",
        "message.timeout.ms": 30000,
    }
)
failed = []
structured, binary = (event_of(record) for record in told["kafka"])
for message in (kafka.to_structured(structured, format), kafka.to_binary(binary, format)):
    producer.produce(
        "throughline.inbound." + told["agency"],
        key=message.key,
        value=message.value,
        headers=message.headers,
        on_delivery=lambda error, _message: failed.append(str(error)) if error else None,
    )
left = producer.flush(60)
print(json.dumps({"answers": answers, "failed": failed, "left": left}))
