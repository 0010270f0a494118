import type { Kind } from '../agencies/habits';
import type { Life } from './life';

/** Who may be the first to notice, beside police. */
export const NOTICES = [
  'gp',
  'hospital',
  'community-health',
  'education',
  'housing',
  'mental-health',
  'community-safety',
  'substance-misuse',
] as const;

/** Who works with families without opening a case of domestic abuse. */
export const WALKS_ALONGSIDE = [
  'mental-health',
  'substance-misuse',
  'community-health',
  'probation',
  'adult-social-care',
  'community-safety',
  'education',
] as const;

/** One of these kinds that the partnership has; police where it has none of them. */
export const somewhere = (life: Life, kinds: readonly [Kind, ...Kind[]]): Kind => {
  const there = kinds.filter((kind) => life.has(kind));
  return there[life.chance.between(0, there.length - 1)] ?? 'police';
};
