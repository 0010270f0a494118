import { riskAssessmentCompleted, type RiskLevel, RISK_INDICATORS } from '@throughline/records';
import type { Kind } from '../agencies/habits';
import { when } from '../chance';
import { withPersonPosingRisk } from './casts';
import type { Life } from './life';
import { review } from './together';

const TICKS: Readonly<Record<RiskLevel, readonly [number, number]>> = { standard: [1, 8], medium: [6, 13], high: [14, 21] };

/** What an assessment comes after. */
export type Occasion = 'incident' | 'disclosure' | 'review' | 'closing';

const FOUND = RISK_INDICATORS.filter((indicator) => indicator !== 'suicidal');

/** Most assessments find what the last one found; an incident may raise the level, calm months may lower it. */
const nextLevel = ({ chance, risk: { level } }: Life, occasion: Occasion): RiskLevel => {
  const draw = chance.next();
  if (occasion === 'review' || occasion === 'closing') return level ?? 'standard';
  if (level === undefined) return draw < 0.5 ? 'standard' : draw < 0.88 ? 'medium' : 'high';
  if (level === 'high') return draw < 0.7 ? 'high' : 'medium';
  if (level === 'medium') return draw < 0.14 ? 'high' : 'medium';
  return draw < 0.22 ? 'medium' : draw < 0.27 ? 'high' : 'standard';
};

const OTHER_TOOL = { tool: 'other', toolName: 'Family safety checklist', ticks: undefined, outOf: undefined } as const;

/** Who looks after somebody who may be suicidal. */
const careFor = (life: Life): void => {
  const kind = (['mental-health', 'gp', 'idva'] as const).find((each) => life.has(each)) ?? 'police';
  life.owes(kind, [0.1, 0.6], [3, 9], () => {
    review(life, kind);
  });
};

/** A risk assessment and nothing more; answers the level that it found. */
export const assessRisk = (life: Life, kind: Kind, occasion: Occasion): RiskLevel => {
  const { chance, risk } = life;
  const level = nextLevel(life, occasion);
  const suicidal = chance.is(level === 'high' ? 0.05 : 0.008) && occasion !== 'closing';
  const said = {
    tool: kind === 'police' ? chance.pick(['dash-ric', 'dash-ric', 'dash-ric', 'dara', 's-dash']) : ('dash-ric' as const),
    toolName: undefined,
    level,
    ticks: chance.between(...TICKS[level]),
    indicators: [...chance.some(FOUND, level === 'high' ? 0.35 : 0.15), ...(suicidal ? ['suicidal' as const] : [])],
    basis: when(level === 'high', [chance.pick(['visible-risk', 'professional-judgement', 'escalation'])]),
    separation: when(life.separated && chance.is(0.5), 'recent' as const),
    separationConsidered: true,
    assessorDashTrained: true,
  };
  const whole = { ...said, outOf: when(said.tool === 'dash-ric', 24) };
  const told = life.answerInFull(
    riskAssessmentCompleted,
    kind,
    withPersonPosingRisk(life),
    whole,
    { separationConsidered: undefined },
    { assessorDashTrained: false },
    { assessorDashTrained: undefined },
    kind === 'police' ? { separationConsidered: undefined } : OTHER_TOOL,
  );
  if (told === undefined) return level;
  risk.assessed(level, life.now);
  if (suicidal) careFor(life);
  return level;
};
