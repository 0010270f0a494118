import io.cloudevents.CloudEvent;
import io.cloudevents.core.message.Encoding;
import io.cloudevents.core.provider.EventFormatProvider;
import io.cloudevents.jackson.JsonFormat;
import io.cloudevents.kafka.CloudEventSerializer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Publishes as an agency would that writes Java: the official Kafka client, the official CloudEvents library, and nothing else.
 * Parameters: brokers, agency code, password, and then triples of mode (STRUCTURED or BINARY), compression, and a file with one
 * record as structured JSON. An empty password: nobody signs in.
 */
public class Publish {
  public static void main(String[] parameters) throws Exception {
    String agency = parameters[1];
    JsonFormat json = (JsonFormat) EventFormatProvider.getInstance().resolveFormat(JsonFormat.CONTENT_TYPE);
    for (int at = 3; at < parameters.length; at += 3) {
      Map<String, Object> settings = new HashMap<>();
      settings.put("bootstrap.servers", parameters[0]);
      settings.put("key.serializer", StringSerializer.class);
      settings.put("value.serializer", CloudEventSerializer.class);
      settings.put(CloudEventSerializer.ENCODING_CONFIG, Encoding.valueOf(parameters[at]));
      settings.put(CloudEventSerializer.EVENT_FORMAT_CONFIG, json);
      settings.put("compression.type", parameters[at + 1]);
      settings.put("max.block.ms", 20000);
      if (!parameters[2].isEmpty()) {
        settings.put("security.protocol", "SASL_PLAINTEXT");
        settings.put("sasl.mechanism", "SCRAM-SHA-512");
        settings.put(
            "sasl.jaas.config",
            "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"" + agency + "\" password=\"" + parameters[2] + "\";");
      }
      byte[] text = Files.readString(Path.of(parameters[at + 2])).getBytes(StandardCharsets.UTF_8);
      CloudEvent record = json.deserialize(text);
      try (KafkaProducer<String, CloudEvent> producer = new KafkaProducer<>(settings)) {
        producer.send(new ProducerRecord<>("throughline.inbound." + agency, record.getSubject(), record)).get();
      }
    }
    System.out.println("published");
  }
}
