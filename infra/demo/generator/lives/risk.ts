import { riskAssessmentCompleted, type RiskLevel, RISK_INDICATORS } from '@throughline/records';
import type { Kind } from '../agencies/habits';
import type { Moment } from '../calendar';
import { when } from '../chance';
import { withPersonPosingRisk } from './casts';
import type { Life } from './life';

const TICKS: Readonly<Record<RiskLevel, readonly [number, number]>> = { standard: [1, 8], medium: [6, 13], high: [12, 21] };

/** Police and services of the trade use the DASH; others sometimes a list of their own. */
const toolOf = (life: Life, kind: Kind): 'dash-ric' | 'dara' | 's-dash' | 'other' => {
  if (kind === 'police') return life.chance.pick(['dash-ric', 'dash-ric', 'dara', 's-dash']);
  return life.well() ? 'dash-ric' : 'other';
};

const nextLevel = ({ chance, level }: Life): RiskLevel => {
  if (level === 'high') return chance.pick(['high', 'high', 'medium']);
  if (level === 'medium') return chance.pick(['medium', 'medium', 'high', 'standard']);
  return chance.pick(['standard', 'standard', 'medium', 'medium', 'high']);
};

/** A risk assessment; answers the level that it found. */
export const assessRisk = (life: Life, kind: Kind, at: Moment, level = nextLevel(life)): RiskLevel => {
  const { chance } = life;
  const tool = toolOf(life, kind);
  const told = life.tell(riskAssessmentCompleted, kind, at, withPersonPosingRisk(life), {
    tool,
    toolName: when(tool === 'other', 'Family safety checklist'),
    level,
    ticks: when(tool !== 'other', chance.between(...TICKS[level])),
    outOf: when(tool === 'dash-ric', 24),
    indicators: chance.some(RISK_INDICATORS, level === 'high' ? 0.35 : 0.15),
    basis: when(level === 'high', [chance.pick(['visible-risk', 'professional-judgement', 'escalation'])]),
    separation: when(life.separated && chance.is(0.5), 'recent'),
    separationConsidered: when(life.well(), true),
    assessorDashTrained: when(chance.is(0.8), life.well()),
  });
  if (told !== undefined) life.level = level;
  return level;
};
