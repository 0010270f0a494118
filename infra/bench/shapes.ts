/** What a record of the bench says, beside whom it is about and when. */
export interface Shape {
  /** Without `throughline.` and its version. */
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const shapes: readonly ((number: number) => Shape)[] = [
  (number) => ({
    type: 'police.incident-recorded',
    data: { incidentNumber: `i-${number}`, nature: ['threats'], narrative: 'Heard by a neighbour' },
  }),
  () => ({ type: 'engagement.contact-recorded', data: { service: 'idva', outcome: 'engaged', barriers: 'Her phone is checked' } }),
  () => ({ type: 'coordination.view-given', data: { view: 'It is too early to close' } }),
  () => ({ type: 'person.details-recorded', data: {} }),
];

/** Of the record of this number; a partnership has the shapes in turn, and this is its so-manieth record. */
export const shapeOf = (number: number, turn: number): Shape => {
  const shape = shapes[turn % shapes.length];
  if (shape === undefined) throw new RangeError('the bench has no such shape');
  return shape(number);
};
