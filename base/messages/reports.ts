import { reportsBoxMessages } from './reports/boxes.ts';
import { reportsChartMessages } from './reports/charts.ts';
import { reportsComparisonMessages } from './reports/comparisons.ts';
import { reportsDefinitionMessages } from './reports/definitions.ts';
import { reportsFindingMessages } from './reports/findings.ts';
import { reportsFurtherMessages } from './reports/further.ts';
import { reportsGapMessages } from './reports/gaps.ts';
import { reportsGlossMessages } from './reports/gloss.ts';
import { reportsLabelMessages } from './reports/labels.ts';
import { reportsOfficeMessages } from './reports/office.ts';
import { reportsOwnMessages } from './reports/own.ts';
import { reportsPdfMessages } from './reports/pdf.ts';
import { reportsReviewMessages } from './reports/reviews.ts';
import { reportsRevisionMessages } from './reports/revisions.ts';
import { reportsSectionMessages } from './reports/sections.ts';
import { reportsSubtitleMessages } from './reports/subtitles.ts';
import { reportsWorkbookMessages } from './reports/workbook.ts';

/** Documents: reports/. */
export const reportsMessages = {
  ...reportsBoxMessages,
  ...reportsChartMessages,
  ...reportsComparisonMessages,
  ...reportsDefinitionMessages,
  ...reportsFindingMessages,
  ...reportsFurtherMessages,
  ...reportsGlossMessages,
  ...reportsGapMessages,
  ...reportsLabelMessages,
  ...reportsOwnMessages,
  ...reportsReviewMessages,
  ...reportsRevisionMessages,
  ...reportsOfficeMessages,
  ...reportsPdfMessages,
  ...reportsSectionMessages,
  ...reportsSubtitleMessages,
  ...reportsWorkbookMessages,
} as const;
