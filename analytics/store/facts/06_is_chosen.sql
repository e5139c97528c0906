-- one condition, not rows: is a count of this fair, audience, edition, industry and region inside the reader's filters
create or replace macro is_chosen(slice, fair_id, audience, edition_id, industry, region) as (
    fair_id = slice['fair']
    and (slice['audience'] is null or audience = slice['audience'])
    and (slice['editions'] is null or list_contains(slice['editions']::varchar[], edition_id))
    and (slice['industries'] is null or list_contains(slice['industries']::varchar[], industry))
    and (slice['regions'] is null or list_contains(slice['regions']::varchar[], region))
);

-- one condition: do the filters reach below what the cubes hold, so that only the responses can answer
create or replace macro needs_rows(slice) as (
    slice['profile'] is not null or slice['segment'] is not null or slice['own'] is not null
);

-- one number: the place of an import among those whose own weights count (null: none of them)
create or replace macro place_of_own(slice, import_id) as (
    list_position((slice['own']::struct(imports integer[]))['imports'], import_id)
);

-- one number: what an answer counts by the weight that its own file gives it, on average 1 a file; 1 where the file gives none
create or replace macro own_weight(slice, import_id, weight) as (
    case
        when slice['own'] is null or place_of_own(slice, import_id) is null then 1e0
        else weight / list_extract(
            (slice['own']::struct(averages double[]))['averages'], place_of_own(slice, import_id)
        )
    end
);

-- one condition: does an answer count; where its file gives weights, only with one above 0
create or replace macro takes_part(slice, import_id, weight) as (
    slice['own'] is null or place_of_own(slice, import_id) is null
    or coalesce(weight > 0 and isfinite(weight), false)
);

-- one condition: did a response give, of every question asked for, one of the answers asked for
create or replace macro has_profile(slice, profile) as (
    slice['profile'] is null or list_bool_and([
        coalesce(list_has_any(profile[asked['field']], asked['answers']), false)
        for asked in slice['profile']::struct(field varchar, answers varchar[])[]
    ])
);

-- one number: what an answer of this edition, industry and region counts; 1 without weights, and where the slice knows none for it
create or replace macro weight_of(slice, edition_id, industry, region) as (
    case
        when slice['weights'] is null then 1e0
        else coalesce(list_extract(
            (slice['weights']::struct(weights double[]))['weights'],
            (list_position((slice['weights']::struct(editions varchar[]))['editions'], edition_id) - 1)
                * len((slice['weights']::struct(industries varchar[]))['industries'])
                * len((slice['weights']::struct(regions varchar[]))['regions'])
            + (list_position((slice['weights']::struct(industries varchar[]))['industries'], coalesce(industry, '')) - 1)
                * len((slice['weights']::struct(regions varchar[]))['regions'])
            + list_position((slice['weights']::struct(regions varchar[]))['regions'], coalesce(region, ''))
        ), 1e0)
    end
);
