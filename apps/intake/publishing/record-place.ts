/** A record by what makes it unique, within the partnership in whose log it lies. */
export interface RecordPlace {
  readonly partnership: string;
  readonly source: string;
  readonly id: string;
}

/** A text that stands for the place, different for every other; a source and a partnership hold no line break. */
export const placeText = ({ partnership, source, id }: RecordPlace): string => `${partnership}\n${source}\n${id}`;
