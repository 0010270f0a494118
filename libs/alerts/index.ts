export * from './channels';
export { type InboxItem, type InboxLine, inboxOf } from './inbox/inbox';
export { itemKey, type OfOneItem } from './inbox/item';
export { type AlertPathway, type AlertView, alertView, asItStood, type SafeguardWords } from './queries/alert-view';
export { type AlertFilter, type AlertPlace, AlertsInTables, type KeptAlert } from './queries/alerts-in-tables';
export {
  enableWebhook,
  type FailedMessage,
  failedMessages,
  type WebhookInTrouble,
  webhooksInTrouble,
} from './queries/deliveries-in-trouble';
