// Run it with Java 17 or later: java Publish.java
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.regex.Pattern;

public class Publish {
  public static void main(String[] arguments) throws Exception {
    var hub = System.getenv().getOrDefault("THROUGHLINE_URL", "http://localhost:8080");
    var client = HttpClient.newHttpClient();

    var basic = Base64.getEncoder().encodeToString("housing:demo-housing".getBytes());
    var signIn = HttpRequest.newBuilder(URI.create(hub + "/idp/token"))
        .header("Authorization", "Basic " + basic)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString("grant_type=client_credentials"))
        .build();
    var signedIn = client.send(signIn, BodyHandlers.ofString()).body();
    var token = Pattern.compile("\"access_token\":\"([^\"]+)\"").matcher(signedIn);
    if (!token.find()) throw new IllegalStateException(signedIn);

    var record = """
        {
          "specversion": "1.0",
          "id": "first-record-java",
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
        }
        """;
    var publish = HttpRequest.newBuilder(URI.create(hub + "/v1/records"))
        .header("Authorization", "Bearer " + token.group(1))
        .header("Content-Type", "application/cloudevents+json")
        .POST(BodyPublishers.ofString(record))
        .build();
    var answer = client.send(publish, BodyHandlers.ofString());
    System.out.println(answer.body());
    System.out.println(answer.statusCode());
  }
}
