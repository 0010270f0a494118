/** Where the one broker listens and keeps its data. */
export interface Place {
  readonly dataDir: string;
  readonly port: number;
  readonly controllerPort: number;
}

/** Who may sign in, by SASL: the first is the hub, which may do everything, and each other one what the access list gives it. */
export type Users = Readonly<Record<string, string>>;

const MECHANISM = 'SCRAM-SHA-512';

/**
 * Clients sign in by SCRAM, and `StandardAuthorizer` refuses what no entry of the access list allows. The controller's own listener,
 * on loopback, is the one place where nobody signs in.
 */
export const guardedSettings = ({ port, controllerPort }: Place, users: Users): Readonly<Record<string, string>> => {
  const [[hub, password] = ['', '']] = Object.entries(users);
  const login = `org.apache.kafka.common.security.scram.ScramLoginModule required username="${hub}" password="${password}";`;
  return {
    listeners: `SASL_PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
    'advertised.listeners': `SASL_PLAINTEXT://127.0.0.1:${port}`,
    'listener.security.protocol.map': 'SASL_PLAINTEXT:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT',
    'inter.broker.listener.name': 'SASL_PLAINTEXT',
    'sasl.enabled.mechanisms': MECHANISM,
    'sasl.mechanism.inter.broker.protocol': MECHANISM,
    'listener.name.sasl_plaintext.scram-sha-512.sasl.jaas.config': login,
    'authorizer.class.name': 'org.apache.kafka.metadata.authorizer.StandardAuthorizer',
    'super.users': `User:${hub};User:ANONYMOUS`,
  };
};

/** What the storage is formatted with, so that these users can sign in from the first moment. */
export const credentials = (users: Users): readonly string[] =>
  Object.entries(users).flatMap(([name, password]) => ['--add-scram', `${MECHANISM}=[name=${name},password=${password}]`]);

/**
 * A single node that is broker and controller at once, on loopback only, and as small as one node can be:
 * one replica of everything, groups that form without waiting for late members, no topic made by accident.
 */
export const serverSettings = (place: Place, more: Readonly<Record<string, string>>): string => {
  const settings: Record<string, string> = {
    'process.roles': 'broker,controller',
    'node.id': '1',
    'controller.quorum.voters': `1@127.0.0.1:${place.controllerPort}`,
    listeners: `PLAINTEXT://127.0.0.1:${place.port},CONTROLLER://127.0.0.1:${place.controllerPort}`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${place.port}`,
    'controller.listener.names': 'CONTROLLER',
    'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
    'log.dirs': `${place.dataDir}/logs`,
    'auto.create.topics.enable': 'false',
    'group.initial.rebalance.delay.ms': '0',
    'group.min.session.timeout.ms': '1000',
    // A killed broker may register again as soon as its former life is given up: 2 s, where 9 are usual.
    'broker.heartbeat.interval.ms': '500',
    'broker.session.timeout.ms': '2000',
    'offsets.topic.replication.factor': '1',
    'offsets.topic.num.partitions': '1',
    'transaction.state.log.replication.factor': '1',
    'transaction.state.log.min.isr': '1',
    'share.coordinator.state.topic.replication.factor': '1',
    'share.coordinator.state.topic.min.isr': '1',
    'num.network.threads': '2',
    'num.io.threads': '4',
    ...more,
  };
  return Object.entries(settings)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
};
