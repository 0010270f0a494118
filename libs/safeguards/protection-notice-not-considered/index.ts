export * from './protection-notice-not-considered';
