/** Reports as a list shows them: official documents apart, and those that tell the same story together. */
import type { RelatedReport } from '../shared/model.ts';

export interface ByStory<Report> {
  official: Report[];
  /** Stories in the order of their first reports; most have one. */
  stories: [Report, ...Report[]][];
}

/** The reports in their order; a report whose story is not known is one by itself. */
export function byStory<Report extends RelatedReport>(reports: readonly Report[]): ByStory<Report> {
  const official: Report[] = [];
  const stories: [Report, ...Report[]][] = [];
  const known = new Map<number, [Report, ...Report[]]>();
  for (const report of reports) {
    const same = report.story === null ? undefined : known.get(report.story);
    if (report.official) official.push(report);
    else if (same) same.push(report);
    else {
      const story: [Report] = [report];
      stories.push(story);
      if (report.story !== null) known.set(report.story, story);
    }
  }
  return { official, stories };
}
