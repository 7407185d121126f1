import { isSameFile, type Asked, type Compared } from './sameFile'

const tell = (said: Compared) => self.postMessage(said)

/** A file that can no longer be read is an error of the worker, told as one to whoever asked. */
self.onmessage = ({ data }: MessageEvent<Asked>) => {
  isSameFile(data.file, data.upload, (looked) => tell({ looked })).then(
    (same) => tell({ same }),
    (error: unknown) => reportError(error),
  )
}
