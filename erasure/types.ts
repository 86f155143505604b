interface Common {
  /** Why, for the tombstone; it must name nobody. */
  reason: string;
}

/** What is to be erased: reports that somebody asked for, or all that are past their time. */
export type EraseRequest = Common &
  (
    | {
        ground: 'request';
        /** Tracking ids, or ids of reporters; as their register or a spreadsheet writes them. */
        ids: readonly string[];
        by: 'report' | 'reporter';
        /** Whose ids they are (`id_system`), where more than one register has landed. */
        register?: string | undefined;
      }
    | {
        ground: 'retention';
        /** By source, as bukti.yaml has it. */
        retention: Record<string, string>;
        /** The day that it is reckoned on, `YYYY-MM-DD`. */
        on: string;
        register?: undefined;
      }
  );

export interface EraseOptions {
  /** Says what would be erased and changes nothing. */
  dryRun?: boolean;
  /** Removes files of the inbox that hold what is erased; they have landed. */
  deleteInputs?: boolean;
  onProgress?: (progress: { done: number; total: number }) => void;
  /** The moment; for tests. */
  now?: Date;
  /** 32 bytes that new keys are drawn with; for tests. Otherwise they are random and never written. */
  salt?: Buffer;
}

/** What of a folder was (or would be) blanked. */
interface ErasedFolder {
  /** Below the data folder. */
  folder: string;
  /** Name of the input file of a batch; null for a vault. */
  input: string | null;
  records: number;
  files: { name: string; rows: number }[];
}

export interface EraseResult {
  dryRun: boolean;
  /** Distinct ids given; 0 with retention. */
  asked: number;
  /** Of these: erased before, and known nowhere. */
  already: number;
  unknown: number;
  /** Distinct reports. */
  records: number;
  folders: ErasedFolder[];
  /** Files of the warehouse that were made of them and are removed: copies of earlier days, failed builds. */
  copies: string[];
  /** Files of the inbox that still hold them as the source wrote them. */
  inputs: string[];
  inputsDeleted: boolean;
  /** Exports of single reports that the log knows; they have no keys, so that nothing can be sought in them. */
  rowExports: number;
  /** Ids of the tombstones. */
  tombstones: string[];
  /** The signing key was made for them. */
  keyCreated: boolean;
}
