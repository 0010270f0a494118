/** Where the one broker listens and keeps its data. */
export interface Place {
  readonly dataDir: string;
  readonly port: number;
  readonly controllerPort: number;
}

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
