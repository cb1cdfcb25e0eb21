/** The part of Playwright's JSON report that is read here. */
interface Report {
  suites: Suite[];
}

interface Suite {
  suites?: Suite[];
  specs?: { title: string; tests: { projectName: string; results: { duration: number }[] }[] }[];
}

/** How long the test took whose title begins so, by project. */
export function durationsOf({ suites }: Report, title: string): { project: string; ms: number }[] {
  return suites.flatMap(({ suites = [], specs = [] }) => [
    ...durationsOf({ suites }, title),
    ...specs
      .filter((spec) => spec.title.startsWith(title))
      .flatMap(({ tests }) => tests)
      .map(({ projectName, results }) => ({
        project: projectName,
        ms: results[0]?.duration ?? Number.NaN,
      })),
  ]);
}
