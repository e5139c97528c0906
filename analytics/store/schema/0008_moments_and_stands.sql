-- The hour of an answer, where a file says it, and the number of a stand as the file writes it.
alter table response_rows add column answered_at timestamp;
alter table participation_rows add column booth_no varchar;
