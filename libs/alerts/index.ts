export { type AlertView, alertView, asItStood, type SafeguardWords } from './queries/alert-view';
export { type AlertFilter, type AlertPlace, AlertsInTables, type KeptAlert } from './queries/alerts-in-tables';
