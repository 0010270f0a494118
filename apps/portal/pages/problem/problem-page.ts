import { Page } from '../rendering/page';

/** A page that says that something did not work, in words that tell nothing of why. */
export interface ProblemView {
  readonly heading: string;
  readonly paragraphs: readonly string[];
  /** Under which the log has the error. */
  readonly reference?: string;
}

const VIEWS: Readonly<Record<number, ProblemView>> = {
  403: {
    heading: 'You cannot do this',
    paragraphs: [
      'Your role does not let you open this page, or the page was open for too long.',
      'Go back to where you were and try again.',
    ],
  },
  404: {
    heading: 'Page not found',
    paragraphs: [
      'There is nothing here, or nothing that you can see.',
      'If you typed the address, check that it is correct. If you are looking for a person, search for them again.',
    ],
  },
  409: {
    heading: 'This has already been done',
    paragraphs: ['Somebody closed this alert before you. Go to My work to see what is open now.'],
  },
  503: {
    heading: 'Sorry, the service is unavailable',
    paragraphs: ['Nothing that you sent was lost if you saw it confirmed. Try again in a minute.'],
  },
};

const BROKEN: ProblemView = {
  heading: 'Sorry, there is a problem with the service',
  paragraphs: ['Try again later.', 'If you need to act now, contact the other agency directly.'],
};

const NOT_UNDERSTOOD: ProblemView = {
  heading: 'This request cannot be understood',
  paragraphs: ['Go back to where you were and try again.'],
};

/** Who asks for nobody and who may not see somebody read the same page. */
export const problemPage = (status: number, reference?: string): Page<ProblemView> => {
  const view = VIEWS[status] ?? (status >= 500 ? BROKEN : NOT_UNDERSTOOD);
  return new Page('problem/problem.njk', view.heading, { ...view, ...(reference === undefined ? {} : { reference }) });
};
