"""Agreement data of any amount, judged agency by agency as it is read: memory holds a few agencies, never the set.

lines     the agreements of JSONL and Parquet files as lines of JSON, one at a time
agencies  lines cut into agencies, without decoding them
scattered agencies whose agreements lie apart, brought together on disk
decoding  lines into agreements, once, straight from bytes
judging   the agreements of one agency into what is said of them: the function that every engine runs
spool     findings kept on disk, for formats that are not written agency by agency
running   the whole run: what is read, who judges it, where it is written, how far it is
"""
