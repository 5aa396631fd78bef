-- Which request has an upload in its hands, whichever process of this owner serves it. A lease: that of a process that was killed runs out.
CREATE UNLOGGED TABLE kernel.upload_lock (
  upload_id text PRIMARY KEY,
  holder    uuid NOT NULL,
  until     timestamptz NOT NULL,
  -- Whether another request waits for it.
  wanted    boolean NOT NULL DEFAULT false
);
