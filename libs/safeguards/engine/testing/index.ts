export * from './cast';
export * from './partnership';
export * from './records';
export * from './story';
export * from './written';
