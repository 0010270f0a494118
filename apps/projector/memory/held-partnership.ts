import { Engine, type Matching, type PartnershipState, type Safeguard } from '@throughline/safeguards';
import type { Remembered } from './case-memory';

/** A partnership as its partition's owner remembers it. */
export class HeldPartnership implements Remembered {
  engine: Engine;

  /** @param dropped is called when nothing of it is remembered any more */
  constructor(
    readonly state: PartnershipState,
    private readonly matching: Matching,
    private readonly safeguards: readonly Safeguard[],
    readonly dropped: () => void,
  ) {
    this.engine = new Engine(state, matching, safeguards);
  }

  weight(): number {
    return this.state.weight();
  }

  /** Lets go of the half that was named longest ago, as far as nobody of the other half leads to it. */
  shrink(): void {
    this.state.keepLatest(this.state.weight() / 2, this.matching);
    // Nobody whom it looked at stays behind in it.
    this.engine = new Engine(this.state, this.matching, this.safeguards);
  }
}
