import {
  type AclEntry,
  AclOperationTypes,
  AclPermissionTypes,
  AclResourceTypes,
  type Admin,
  KafkaJSProtocolError,
  ResourcePatternTypes,
} from 'kafkajs';
import { alertsTopic, inboundTopic, rejectedTopic } from './topics';

type Granted = Pick<AclEntry, 'resourceType' | 'resourceName' | 'resourcePatternType' | 'operation'>;

const onTopic = (resourceName: string, operation: AclOperationTypes): Granted => ({
  ...{ resourceType: AclResourceTypes.TOPIC, resourceName, resourcePatternType: ResourcePatternTypes.LITERAL, operation },
});

/**
 * What one agency may do (trust.md, "Signing in"): where agencies publish by Kafka write its own inbound topic, read its own rejections
 * and alerts, and read them in consumer groups whose names begin with its code and a dot. Everything else is refused by `StandardAuthorizer`, whose answer
 * without an entry is no (`allow.everyone.if.no.acl.found=false`, Kafka's default).
 *
 * The principal is `User:{agency code}`: the agency's SASL user name is its code; with client certificates
 * `ssl.principal.mapping.rules` of the broker makes the code out of the certificate's name.
 */
export const accessOf = (agency: string, publishes: boolean): readonly AclEntry[] => {
  const granted: readonly Granted[] = [
    ...(publishes ? [onTopic(inboundTopic(agency), AclOperationTypes.WRITE), onTopic(rejectedTopic(agency), AclOperationTypes.READ)] : []),
    onTopic(alertsTopic(agency), AclOperationTypes.READ),
    {
      ...{ resourceType: AclResourceTypes.GROUP, resourceName: `${agency}.`, resourcePatternType: ResourcePatternTypes.PREFIXED },
      operation: AclOperationTypes.READ,
    },
  ];
  return granted.map((entry) => ({ ...entry, principal: `User:${agency}`, host: '*', permissionType: AclPermissionTypes.ALLOW }));
};

/** Whether the cluster keeps agencies apart: by the hub's doing, not at all, or by somebody else's, since the hub may not. */
export type Guard = 'by the hub' | 'no authorizer' | 'not by the hub';

/** Lets each agency do what it may, and no more; again and again is the same as once. */
export const grantAccess = async (admin: Admin, agencies: readonly string[], publish: boolean): Promise<Guard> => {
  try {
    await admin.createAcls({ acl: agencies.flatMap((agency) => accessOf(agency, publish)) });
    return 'by the hub';
  } catch (reason) {
    const type = reason instanceof KafkaJSProtocolError ? reason.type : undefined;
    if (type === 'SECURITY_DISABLED') return 'no authorizer';
    if (type === 'CLUSTER_AUTHORIZATION_FAILED') return 'not by the hub';
    throw reason;
  }
};
