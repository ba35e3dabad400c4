package org.clientportal.storage;

import org.clientportal.model.staff.StaffId;
import org.clientportal.model.staff.StaffMember;

/** Keeps the practice's staff; emails are unique within the practice. */
public interface StaffStore extends StaffReader, RecordStore<StaffId, StaffMember> {}
